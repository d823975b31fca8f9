// What the published page says now of its versions, whatever the browser has kept of it; nothing without a network.
export async function published() {
  try {
    const got = await fetch(location.pathname + location.search, { cache: "no-store" });
    if (!got.ok) return null;
    const page = new DOMParser().parseFromString(await got.text(), "text/html");
    return page.querySelector(".lc-version");
  } catch {
    return null; // no network, or a page that was opened as a file
  }
}

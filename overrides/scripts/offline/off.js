// The service worker of a site that is not to be kept: removes what browsers have kept of it, and itself.
const { scope } = registration;

async function remove() {
  for (const one of await caches.keys()) if (one.startsWith(`${scope} `)) await caches.delete(one);
  await registration.unregister();
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

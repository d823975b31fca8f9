// The element that the fragment of the page's URL names; what cannot be decoded names nothing.
export function named() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

// What one page hands to the next: it stays on the device and leaves with the tab.
export function hand(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // then the next page does without
  }
}

export function handed(name) {
  try {
    const kept = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return JSON.parse(kept);
  } catch {
    return null;
  }
}

// Follow what is being read, without touching a form that somebody is filling in. Without it the page says to load it again.
"use strict";
(() => {
  const EVERY_MS = 3000;

  async function look() {
    const part = document.querySelector("[data-live]");
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      if (response.ok && fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
        part.replaceWith(fresh);
        document.querySelector("[data-live-link]")?.parentElement.replaceChildren("Being read.");
      }
    } catch {
      // the server is away for the moment: look again
    }
    if (document.querySelector("[data-live][data-waiting]")) setTimeout(look, EVERY_MS);
  }

  const words = document.querySelector("[data-live-link]");
  if (words) words.parentElement.replaceChildren("Being read.");
  setTimeout(look, EVERY_MS);
})();

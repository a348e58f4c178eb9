// Lets the form of an assessment that was opened on this device open again where there is no connection. Everything else goes to the server, always.
const FORMS = "khabuan-forms";
const FORM = /^\/assessments\/\d+\/answers$/;
const DRESS = /^\/(css|js|font|webjars)\/|^\/icon\.svg$/;
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || !FORM.test(pathname) && !DRESS.test(pathname)) return;
  event.respondWith(answer(event.request, pathname));
});
// The server's answer while there is one; else what was kept. What it answers anew is kept anew, if it is the page that was asked for.
async function answer(request, pathname) {
  if (!await caches.has(FORMS)) return fetch(request);
  const kept = await caches.open(FORMS);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected && await kept.match(pathname)) await kept.put(pathname, fresh.clone());
    return fresh;
  } catch (offline) {
    const before = await kept.match(pathname, { ignoreVary: true });
    if (before) return before;
    throw offline;
  }
}

// Lets pages that were opened on this device open again where there is no connection: the form of an assessment, the books of a fund with the lists of its villages and its claims. Everything else goes to the server, always.
const FORMS = "khabuan-forms";
const FORM = /^\/assessments\/\d+\/answers$|^\/funds\/\d+\/books(\/months\/[\d-]+\/\d+|\/claims\/\d+)?$/;
// The home of a fund's books without a month: any month that was kept will do.
const HOME = /^\/funds\/\d+\/books$/;
const DRESS = /^\/(css|js|font|webjars)\/|^\/icon\.svg$/;
addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const { pathname, search, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin || !FORM.test(pathname) && !DRESS.test(pathname)) return;
  event.respondWith(answer(event.request, pathname + search));
});
// The server's answer while there is one; else what was kept. What it answers anew is kept anew, if it is the page that was asked for.
async function answer(request, page) {
  if (!await caches.has(FORMS)) return fetch(request);
  const kept = await caches.open(FORMS);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected && await kept.match(page)) await kept.put(page, fresh.clone());
    return fresh;
  } catch (offline) {
    const before = await kept.match(page, { ignoreVary: true }) ?? (HOME.test(page) ? await kept.match(page, { ignoreVary: true, ignoreSearch: true }) : undefined);
    if (before) return before;
    throw offline;
  }
}

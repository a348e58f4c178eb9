// Passkeys: a form with data-passkey asks the server for a question, lets the device answer it, and sends the answer.
// It shows itself only where the browser can do this and the page stands on the host that passkeys are bound to.
(() => {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  document.querySelectorAll("form[data-passkey]").forEach(form => {
    if (!able || location.hostname !== form.dataset.host) return;
    form.hidden = false;
    const told = form.querySelector("[role=status]");
    const send = (path, body) => fetch(path, { method: "POST", headers: { "X-CSRF-TOKEN": form.elements._csrf.value, "Content-Type": "text/plain" }, body });
    form.addEventListener("submit", async event => {
      event.preventDefault();
      event.stopPropagation();
      told.textContent = "";
      try {
        const question = await (await send(form.dataset.question)).json();
        const credential = form.dataset.passkey === "make"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
        const given = new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "_csrf"));
        const answer = await send(form.getAttribute("action") + "?" + given, JSON.stringify(credential.toJSON()));
        if (answer.ok) location.assign(await answer.text());
        else told.textContent = await answer.text();
      } catch (e) {
        told.textContent = form.dataset.failed;
      }
    });
  });
})();

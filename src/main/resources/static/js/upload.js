// Sends a file in pieces and goes on where the connection broke; without this script the form sends it whole.
(() => {
  const PIECE = 512 * 1024, TRIES = 8;
  const wait = ms => new Promise(done => setTimeout(done, ms));
  // Answers the key of the upload; what the server refuses is thrown with its status, and with its words when it said why.
  const refused = (status, words) => Object.assign(new Error(words), { status });
  document.sendInPieces = async (file, csrf, arrived) => {
    const token = { "X-CSRF-TOKEN": csrf };
    const begun = await fetch("/uploads", { method: "POST", headers: token, body: new URLSearchParams({ name: file.name, size: file.size }) });
    const key = await begun.text();
    if (begun.status !== 201) throw refused(begun.status, begun.status === 422 ? key : "");
    let offset = 0, tries = 0;
    while (offset < file.size) {
      try {
        const answer = await fetch("/uploads/" + key, { method: "PATCH", headers: { ...token, "Upload-Offset": offset, "Content-Type": "application/octet-stream" }, body: file.slice(offset, offset + PIECE) });
        if (answer.status !== 204 && answer.status !== 409) throw new TypeError("status " + answer.status);
        offset = Number(answer.headers.get("Upload-Offset"));
        tries = 0;
      } catch (broken) {
        if (++tries > TRIES) throw refused(0, "");
        await wait(500 * 2 ** tries);
        const where = await fetch("/uploads/" + key).catch(() => null);
        if (where && where.ok) offset = Number(where.headers.get("Upload-Offset"));
      }
      arrived(100 * offset / file.size);
    }
    return key;
  };
  document.addEventListener("submit", async event => {
    const form = event.target.closest("form[data-upload]");
    const file = form && form.querySelector("[type=file]").files[0];
    if (!file) return;
    event.preventDefault();
    form.querySelector("[data-progress]").hidden = false;
    form.querySelector("[data-fault]").textContent = "";
    try {
      form.elements.upload.value = await document.sendInPieces(file, form.querySelector("[name=_csrf]").value, share => { form.querySelector("progress").value = share; });
      form.querySelector("[type=file]").disabled = true;
      form.submit();
    } catch (broken) {
      form.querySelector("[data-progress]").hidden = true;
      form.querySelector("[data-fault]").textContent = broken.message || form.dataset.broken;
      delete form.dataset.sent;
    }
  }, true);
})();

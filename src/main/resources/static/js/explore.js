// A table of many thousand lines: its cells come once, and only the lines in sight are drawn. Without this script its first lines stand on the page, and its files have them all.
(() => {
  const BESIDE = 12, FIRST = 11, CELL = 8.5;
  const number = new Intl.NumberFormat("en-US");
  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const link = (address, text) => {
    const made = element("a", "", text);
    made.href = address;
    return made;
  };

  const open = (frame, cells) => {
    const table = frame.querySelector("table"), body = table.tBodies[0], head = table.tHead;
    const columns = cells.paths.length, heads = head.rows.length;
    table.classList.add("windowed");
    table.style.width = `calc(${FIRST}rem + ${CELL * columns}rem)`;
    table.setAttribute("aria-rowcount", cells.rows.length + heads + (table.tFoot ? 1 : 0));
    table.setAttribute("aria-colcount", columns + 1);
    [...head.rows].forEach((row, i) => row.setAttribute("aria-rowindex", i + 1));
    table.tFoot?.rows[0].setAttribute("aria-rowindex", cells.rows.length + heads + 1);
    const space = () => {
      const row = element("tr", "space"), cell = element("td");
      row.setAttribute("aria-hidden", "true");
      cell.colSpan = columns + 1;
      row.append(cell);
      return row;
    };
    const above = space(), below = space();
    const line = r => {
      const [label, where, key] = cells.rows[r], row = element("tr");
      row.setAttribute("aria-rowindex", r + heads + 1);
      row.dataset.line = r;
      const name = element("th");
      name.scope = "row";
      name.title = `${label} ${where}`.trim();
      name.append(link(`/places/${key.replace(":", "/")}`, label), " ", element("span", "quiet small", where));
      row.append(name);
      for (let c = 0; c < columns; c++) {
        const at = r * columns + c, cell = element("td", "number");
        cell.append(link(cells.paths[c].replace("*", key), cells.shares.length ? cells.shares[at] : number.format(cells.figures[at])));
        if (cells.bases.length) cell.append(" ", element("span", "quiet small", `${number.format(cells.figures[at])}/${number.format(cells.bases[at])}`));
        row.append(cell);
      }
      return row;
    };
    let from = -1, to = -1, height = 36;
    const draw = () => {
      const first = Math.max(0, Math.floor(frame.scrollTop / height) - BESIDE);
      const last = Math.min(cells.rows.length, Math.ceil((frame.scrollTop + frame.clientHeight) / height) + BESIDE);
      if (first === from && last === to) return;
      const held = document.activeElement, inside = body.contains(held), drawn = new Map();
      for (const row of [...body.querySelectorAll("[data-line]")]) {
        const r = Number(row.dataset.line);
        if (r < first || r >= last) row.remove();
        else drawn.set(r, row);
      }
      let before = above;
      for (let r = first; r < last; r++) {
        const row = drawn.get(r) ?? line(r);
        if (!drawn.has(r)) before.after(row);
        before = row;
      }
      above.firstChild.style.height = `${first * height}px`;
      below.firstChild.style.height = `${(cells.rows.length - last) * height}px`;
      [from, to] = [first, last];
      if (inside && !body.contains(held)) frame.focus({ preventScroll: true });
    };
    body.replaceChildren(above, below);
    draw();
    height = body.querySelector("[data-line]")?.getBoundingClientRect().height || height;
    from = -1;
    draw();
    let asked = false;
    const soon = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; draw(); });
    };
    frame.addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    // From a figure the arrow keys lead to its neighbours.
    frame.addEventListener("keydown", event => {
      const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key], row = event.target.closest("[data-line]");
      if (!step || !row) return;
      const r = Number(row.dataset.line) + step[0], c = event.target.closest("td, th").cellIndex + step[1];
      if (r < 0 || r >= cells.rows.length || c < 0 || c > columns) return;
      event.preventDefault();
      const top = head.offsetHeight, y = r * height;
      if (y < frame.scrollTop) frame.scrollTop = y;
      else if (y + height > frame.scrollTop + frame.clientHeight - top - (table.tFoot?.offsetHeight ?? 0)) frame.scrollTop += height;
      draw();
      body.querySelector(`[data-line="${r}"]`)?.cells[c].querySelector("a")?.focus({ preventScroll: step[0] !== 0 });
    });
    document.querySelectorAll("[data-window-note]").forEach(note => note.remove());
  };

  document.querySelectorAll("[data-window]").forEach(frame => {
    const note = document.querySelector("[data-window-note]"), said = note?.textContent;
    if (note) note.textContent = frame.dataset.wait;
    fetch(frame.dataset.window, { headers: { Accept: "application/json" } }).then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status)))
      .then(cells => open(frame, cells)).catch(() => { if (note) note.textContent = said; });
  });
})();

// What is typed into a search field leaves those choices in its lists that have all its words; what is chosen stays.
document.querySelectorAll("[data-find]").forEach(field => {
  const hint = document.getElementById(field.getAttribute("aria-describedby")), said = hint.textContent;
  const lists = [...document.querySelectorAll(field.dataset.find)].map(list => ({ list, all: [...list.children].map(child => ({ child, options: child.tagName === "OPTGROUP" ? [...child.children] : null })) }));
  const narrow = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    lists.forEach(({ list, all }, at) => {
      const fits = (option, group) => option.selected || words.every(word => `${group} ${option.textContent}`.toLowerCase().includes(word));
      const kept = list.value;
      list.replaceChildren(...all.filter(({ child, options }) => {
        if (!options) return true;
        const left = options.filter(option => fits(option, child.label));
        if (at === 0) found += left.filter(option => !option.selected || words.every(word => `${child.label} ${option.textContent}`.toLowerCase().includes(word))).length;
        child.replaceChildren(...left);
        return left.length > 0;
      }).map(({ child }) => child));
      list.value = kept;
    });
    hint.textContent = words.length ? field.dataset.found.replace("0", found) : said;
  };
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = lists[0].list, fit = [...first.querySelectorAll("optgroup option")].find(option => !option.selected) ?? first.querySelector("optgroup option");
    if (fit) first.value = fit.value;
    first.focus();
  });
});

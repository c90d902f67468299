// The page works without this. It adds: Escape and Close return to the line that cited; a passage that runs
// over several paragraphs is marked in all of them.
(() => {
  let from = null;
  const lit = () => document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
  const open = () => {
    lit();
    const id = decodeURIComponent(location.hash.slice(1));
    if (!/^(s\d+-\d+|r\d+)$/.test(id)) return;
    document.querySelectorAll(`mark[data-passage="${id}"]`).forEach((mark) => mark.classList.add("lit"));
    const mark = document.getElementById(id);
    if (!mark) return;
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
  };
  const close = () => {
    if (!/^#(s\d+-\d+|r\d+)$/.test(location.hash)) return;
    location.hash = "_";
    lit();
    if (from) from.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.classList.contains("cite")) from = link;
    if (link.classList.contains("close")) {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("hashchange", open);
  open();
})();

// Comfort only: every page works without this file.
(function () {
  "use strict";
  var all = function (selector, use) { document.querySelectorAll(selector).forEach(use); };

  // The account menu closes on Escape and on a press elsewhere.
  var closeMenus = function (except) {
    all("details.account[open]", function (menu) { if (!menu.contains(except)) { menu.open = false; } });
  };
  document.addEventListener("click", function (event) { closeMenus(event.target); });
  document.addEventListener("keydown", function (event) {
    var open = event.key === "Escape" && document.querySelector("details.account[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });

  // A second press of the same button sends nothing; coming back with the Back button frees it.
  var sent = new WeakSet();
  document.addEventListener("submit", function (event) {
    if (event.target.method !== "post") { return; }
    if (sent.has(event.target)) { event.preventDefault(); return; }
    sent.add(event.target);
    if (event.submitter) { event.submitter.setAttribute("aria-disabled", "true"); }
  });
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) { return; }
    sent = new WeakSet();
    all("[aria-disabled]", function (button) { button.removeAttribute("aria-disabled"); });
  });

  // Copy buttons appear only where copying works.
  if (navigator.clipboard) {
    all("button[data-copy]", function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(button.dataset.copy).then(function () { button.textContent = "Copied"; });
      });
    });
  }
})();

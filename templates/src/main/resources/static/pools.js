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

  // A round: a slider beside each amount, and what is left of the share. Keyboards and readers use the fields.
  all("[data-share]", function (form) {
    var share = Number(form.dataset.share);
    var decimals = (form.dataset.share.split(".")[1] || "").length;
    var fields = [].slice.call(form.querySelectorAll("[data-slider] input"));
    var amount = function (field) { return Number(field.value.replace(",", ".")) || 0; };
    var left = form.querySelector("[data-left]");
    var unit = Math.pow(10, decimals);
    var digits = {minimumFractionDigits: decimals, maximumFractionDigits: decimals};
    var show = function () {
      // In the smallest units: 0.3 - 0.1 - 0.2 is below zero.
      var rest = Math.round((share - fields.reduce(function (sum, field) { return sum + amount(field); }, 0)) * unit) / unit;
      left.textContent = left.dataset[rest < 0 ? "over" : "left"].replace("{0}", Math.abs(rest).toLocaleString("en-GB", digits));
    };
    fields.forEach(function (field) {
      var slider = document.createElement("input");
      slider.type = "range";
      slider.min = "0";
      slider.max = field.closest("[data-slider]").dataset.slider;
      slider.step = String(Math.pow(10, -decimals));
      slider.value = String(amount(field));
      slider.tabIndex = -1;
      slider.setAttribute("aria-hidden", "true");
      slider.addEventListener("input", function () { field.value = Number(slider.value).toFixed(decimals); show(); });
      field.addEventListener("input", function () { slider.value = String(amount(field)); show(); });
      field.closest(".amount").insertAdjacentElement("afterend", slider);
    });
    left.hidden = false;
    show();
  });

  // Files that are too large are told before they are sent, while the form is still there.
  all("input[data-together]", function (field) {
    var megabytes = function (text) { return Number(text) * 1024 * 1024; };
    field.addEventListener("change", function () {
      var sizes = [].map.call(field.files, function (file) { return file.size; });
      var all = sizes.reduce(function (sum, size) { return sum + size; }, 0);
      var each = field.dataset.each, together = field.dataset.together;
      field.setCustomValidity(Math.max.apply(null, sizes) > megabytes(each) ? "Each file may have at most " + each + " MB."
        : all > megabytes(together) ? "The files may have at most " + together + " MB together." : "");
      field.reportValidity();
    });
    field.form.addEventListener("submit", function (event) {
      if (!field.validity.customError) { return; }
      event.preventDefault();
      event.stopPropagation();
      field.reportValidity();
    });
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

"use strict";
// Without this script all is shown. It only hides: by board and severity, at the reader's wish.
(function () {
  var form = document.getElementById("filter");
  var hidden = function (element, hide) { if (element.hidden !== hide) { element.hidden = hide; } };
  if (form) {
    var board = document.getElementById("board");
    var boxes = form.querySelectorAll("input[name=severity]");
    var findings = Array.prototype.slice.call(document.querySelectorAll("#changes .finding"));
    var links = Array.prototype.slice.call(document.querySelectorAll(".short li"));
    var boards = Array.prototype.slice.call(document.querySelectorAll(".board, #changes li[data-board]:not(.finding)"));
    var status = document.getElementById("shown");
    var apply = function () {
      var wanted = board ? board.value : "";
      var severities = {};
      boxes.forEach(function (box) { severities[box.value] = box.checked; });
      var shown = 0;
      findings.forEach(function (one) {
        var show = (!wanted || one.dataset.board === wanted) && severities[one.dataset.severity];
        hidden(one, !show);
        if (show) { shown += 1; }
      });
      links.forEach(function (one) { hidden(one, !severities[one.dataset.severity]); });
      boards.forEach(function (one) { hidden(one, Boolean(wanted) && one.dataset.board !== wanted); });
      document.querySelectorAll("#changes .rule, #changes .principle").forEach(function (group) {
        hidden(group, !group.querySelector(".finding:not([hidden])"));
      });
      status.textContent = status.dataset.text.replace("{shown}", shown).replace("{all}", findings.length);
    };
    form.addEventListener("change", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    apply();
  }
  // what fits needs no stop on the way through the page
  var fit = function () {
    document.querySelectorAll(".wide").forEach(function (one) {
      if (one.scrollWidth > one.clientWidth) { one.tabIndex = 0; } else { one.removeAttribute("tabindex"); }
    });
  };
  if (!document.body.classList.contains("large")) {
    fit();
    window.addEventListener("resize", fit);
    document.addEventListener("toggle", fit, true);
  }
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
  });
})();

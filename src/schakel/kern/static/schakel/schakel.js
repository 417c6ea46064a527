// SPDX-License-Identifier: EUPL-1.2
// Small comforts; every page works without them.
document.addEventListener("click", (gebeurtenis) => {
  if (gebeurtenis.target.closest("[data-afdrukken]")) window.print();
});

// A link of the error summary moves the focus into the field, also when that is a group.
document.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest(".foutenlijst a");
  const veld = link && document.getElementById(link.hash.slice(1));
  if (!veld) return;
  gebeurtenis.preventDefault();
  const doel = veld.matches("fieldset") ? veld.querySelector("input") || veld : veld;
  doel.focus();
  (veld.closest(".veld") || veld).scrollIntoView({ block: "nearest" });
});

// Leaving a page with typed text asks first; sending it does not.
let getypt = false;
document.addEventListener("input", (gebeurtenis) => {
  if (gebeurtenis.target.closest("form[data-bewaak]")) getypt = true;
});
document.addEventListener("submit", () => { getypt = false; });
addEventListener("beforeunload", (gebeurtenis) => { if (getypt) gebeurtenis.preventDefault(); });

// A fragment that could not be fetched, or a passkey that was refused: say so, and leave what was typed where it stands.
for (const soort of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "allauth.error"]) {
  document.addEventListener(soort, () => {
    const melding = document.getElementById("storing").content.cloneNode(true);
    const berichten = document.getElementById("berichten");
    berichten.replaceChildren(melding);
    berichten.scrollIntoView({ block: "nearest" });
  });
}

// SPDX-License-Identifier: EUPL-1.2
// On the page that says the database is away: ask whether it is back, then open the page again. A form that was
// sent waits for its button, because only the person knows whether it should still go.
const pagina = document.getElementById("inhoud");
const vraag = async () => {
  const antwoord = await fetch("/gezond", { cache: "no-store" }).catch(() => null);
  if (!antwoord?.ok) { setTimeout(vraag, 2000); return; }
  const terug = document.getElementById("terug");
  if (!pagina.querySelector("form")) { location.replace(location.href); return; }
  pagina.querySelector("[role=status]").replaceChildren(terug.content.cloneNode(true));
};
setTimeout(vraag, 2000);

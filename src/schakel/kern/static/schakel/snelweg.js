// SPDX-License-Identifier: EUPL-1.2
// Leave at once and leave no step back: the button, or Escape twice within half a second.
const uitweg = document.querySelector("[data-snelweg]");
const weg = () => {
  document.documentElement.hidden = true;
  location.replace(uitweg.href);
};
let laatste = 0;
uitweg.addEventListener("click", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  weg();
});
document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key !== "Escape") return;
  if (gebeurtenis.timeStamp - laatste < 500) weg();
  laatste = gebeurtenis.timeStamp;
});
document.addEventListener("click", (gebeurtenis) => {
  if (gebeurtenis.target.closest("[data-afdrukken]")) window.print();
});

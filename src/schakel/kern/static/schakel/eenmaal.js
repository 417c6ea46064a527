// SPDX-License-Identifier: EUPL-1.2
// A form carries the id of what it will create, so that sending it twice creates once. After "back" a browser fetches
// the page anew and puts the typed text back: the ids come back as well, until something else is typed.
const ids = [...document.querySelectorAll('input[type="hidden"]:is([name="id"], [name$="-id"], [name="sleutel"])')];
document.addEventListener("submit", () => history.replaceState({ ids: ids.map((id) => id.value) }, ""));
if (history.state?.ids?.length === ids.length) {
  ids.forEach((id, nr) => { id.value = history.state.ids[nr]; });
  document.addEventListener("input", (gebeurtenis) => {
    for (const id of ids) if (id.form === gebeurtenis.target.form) id.value = crypto.randomUUID();
  });
}

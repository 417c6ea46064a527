// SPDX-License-Identifier: EUPL-1.2
// In a flood the browser works a little, so that a person need not do the sum: a number that makes a hash begin with zeros.
const formulier = document.querySelector("form[data-zout]");
const regel = formulier.querySelector("[data-proef]");
const klaar = formulier.querySelector("[data-proef-klaar]").content.textContent;
const begint = (som, bits) => new DataView(som).getUint32(0) >>> (32 - bits) === 0;

async function zoek(zout, bits) {
  const schrijver = new TextEncoder();
  for (let begin = 0; ; begin += 256) {
    const pogingen = Array.from({ length: 256 }, (_, i) => String(begin + i));
    const sommen = await Promise.all(pogingen.map((p) => crypto.subtle.digest("SHA-256", schrijver.encode(`${zout}:${p}`))));
    const raak = sommen.findIndex((som) => begint(som, bits));
    if (raak >= 0) return pogingen[raak];
  }
}

if (globalThis.crypto?.subtle) {
  regel.hidden = false;
  zoek(formulier.dataset.zout, Number(formulier.dataset.bits)).then((oplossing) => {
    formulier.elements.oplossing.value = oplossing;
    formulier.elements.antwoord.closest(".veld").hidden = true;
    regel.textContent = klaar;
  });
}

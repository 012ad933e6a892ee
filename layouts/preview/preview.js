// Shows what the press says: findings, printed pages, e-book. Whatever a person looks at stays where it is.
"use strict";

const words = JSON.parse(document.body.dataset.words);
const at = id => document.getElementById(id);
const reader = at("reader");
let spot = 0;
let book = "";
let faulty = false;
let opening = null;

function text(element, selector, value) {
  element.querySelector(selector).textContent = value;
}

function showState(state, said) {
  at("status").className = state;
  if (at("words").textContent !== said) at("words").textContent = said;
}

function findingItem(finding) {
  const item = at("finding").content.firstElementChild.cloneNode(true);
  item.className = finding.severity;
  text(item, ".code", `${finding.severity} ${finding.code}`);
  text(item, "h3", finding.title);
  text(item, ".message", finding.message);
  text(item, ".where", finding.place);
  text(item, ".line", finding.line);
  text(item, ".hint", finding.hint && `${words.hint}: ${finding.hint}`);
  return item;
}

function showFindings(findings) {
  const errors = findings.filter(finding => finding.severity === "error").length;
  const said = errors ? words.mistakes : words.remarks;
  at("findings").hidden = !findings.length;
  at("findings").classList.toggle("mild", !errors);
  at("findings-count").textContent = said.replace("{count}", errors || findings.length);
  // Mistakes open the list; mere remarks leave it as the person has it.
  if (Boolean(errors) !== faulty) at("findings").open = faulty = Boolean(errors);
  at("finding-list").replaceChildren(...findings.map(findingItem));
}

// Only pages near the window are painted; the old picture stays until the new one is there.
const nearby = new IntersectionObserver(entries => {
  for (const entry of entries) {
    entry.target.near = entry.isIntersecting;
    paint(entry.target);
  }
}, { root: null, rootMargin: "100% 0px" });

async function paint(item) {
  const wanted = item.dataset.picture;
  if (!item.near || item.asked === wanted) return;
  item.asked = wanted;
  const next = new Image();
  next.src = `/page/${wanted}`;
  try {
    await next.decode();
  } catch {
    item.asked = "";
    return;
  }
  if (item.dataset.picture !== wanted) return;
  item.querySelector("img").src = next.src;
  item.dataset.painted = wanted;
}

function newPage() {
  const item = document.createElement("li");
  item.append(document.createElement("img"), document.createElement("span"));
  nearby.observe(item);
  return item;
}

function showPages(pages, ratio) {
  const list = at("pages");
  at("nothing").hidden = pages.length > 0;
  list.style.setProperty("--ratio", ratio);
  while (list.children.length > pages.length) {
    nearby.unobserve(list.lastElementChild);
    list.lastElementChild.remove();
  }
  while (list.children.length < pages.length) list.append(newPage());
  pages.forEach((page, index) => {
    const item = list.children[index];
    item.classList.toggle("left", page.side === "left");
    item.dataset.picture = page.picture;
    item.querySelector("img").alt = words.page.replace("{label}", page.label);
    text(item, "span", page.label);
    paint(item);
  });
}

function showDocuments(documents) {
  const options = documents.map(one => new Option(one.title, one.address));
  const chosen = at("documents").value || (documents[0] || {}).address;
  at("documents").replaceChildren(...options);
  at("documents").hidden = reader.hidden = !documents.length;
  at("documents").value = chosen;
}

// The address below the e-book's, as it stands in the reader; a person may have followed a link.
function shownDocument() {
  const path = reader.contentWindow.location.pathname || "";
  const start = `/ebook/${book}/`;
  return book && path.startsWith(start) ? path.slice(start.length) : "";
}

function openDocument(address, scroll) {
  opening = { address, scroll };
  at("documents").value = address.split("#")[0];
  reader.onload = () => {
    opening = null;
    at("documents").value = shownDocument();
    if (scroll) reader.contentWindow.scrollTo(0, scroll);
  };
  reader.contentWindow.location.replace(`/ebook/${book}/${address}`);
}

function showBook(showing, written) {
  // What is still being opened is what the person is to see, also in a newer e-book.
  const { address: before, scroll } = opening ?? { address: shownDocument(), scroll: reader.contentWindow.scrollY };
  const isNew = showing.ebook !== book && showing.documents.length > 0;
  if (!isNew && !written) return;
  if (isNew) {
    book = showing.ebook;
    showDocuments(showing.documents);
  }
  const known = showing.documents.some(one => one.address === before.split("#")[0]);
  if (written && showing.spot.address) openDocument(showing.spot.address, 0);
  else if (isNew) openDocument(known ? before : showing.documents[0].address, known ? scroll : 0);
}

function isInView(item) {
  const box = item.getBoundingClientRect();
  const view = at("printed").getBoundingClientRect();
  return box.top < Math.min(view.bottom, innerHeight) && box.bottom > Math.max(view.top, 0);
}

function showSpot(showing) {
  const written = Boolean(showing.spot) && showing.spot.number !== spot;
  if (!written) return false;
  spot = showing.spot.number;
  for (const item of document.querySelectorAll("#pages .written")) item.classList.remove("written");
  const item = at("pages").children[showing.spot.page];
  if (item) {
    item.classList.add("written");
    if (!isInView(item)) item.scrollIntoView({ block: "center" });
  }
  return true;
}

function show(showing) {
  if (showing.title) {
    text(document, "#title", showing.title);
    document.title = `${showing.title}: ${words.preview}`;
  }
  showState(showing.state, showing.words);
  showFindings(showing.findings);
  showPages(showing.pages, showing.ratio);
  showBook(showing, showSpot(showing));
}

at("documents").addEventListener("change", event => openDocument(event.target.value, 0));
const events = new EventSource("/events");
events.onmessage = event => show(JSON.parse(event.data));
events.onerror = () => showState("lost", words.lost);

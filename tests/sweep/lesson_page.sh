#!/bin/sh
# The page of `walkthrough --html` in a browser: keys step through it, nothing is fetched, and no window is too narrow.
# Skipped without Chromium, which .ci/setup lint installs. usage: lesson_page.sh FOLDER-OF-THE-SOURCES
set -u
program=${EC2MIMIC_PROGRAM:?names the program}
if ! command -v chromium >/dev/null; then
  echo "chromium is not installed, so no browser has seen the page; .ci/setup lint installs it"
  exit 77
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
export HOME="$work"
"$program" walkthrough lost-response --html "$work/page.html" || exit 1

# in_browser WIDTHxHEIGHT OPTION...: shows the page, with the scripts of stdin after its own.
in_browser() {
  { cat "$work/page.html"; echo '<script>'; cat; echo '</script>'; } >"$work/seen.html"
  browse "$@"
}
# in_frame WIDTHxHEIGHT: the same in a frame of that size, as no window is as narrow as that of a phone.
in_frame() {
  {
    printf '<iframe style="width:%spx;height:%spx;border:0" srcdoc="' "${1%x*}" "${1#*x}"
    sed 's/&/\&amp;/g; s/"/\&quot;/g' "$work/page.html"
    echo '"></iframe><script>addEventListener("load", () => {'
    cat
    echo '});</script>'
  } >"$work/seen.html"
  browse 1280x900
}
# Writes the document, after its scripts, to $work/dom. `place` may be `#…` in its address.
browse() {
  size=$1
  shift
  timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" \
    --window-size="${size%x*},${size#*x}" --virtual-time-budget=5000 "$@" --dump-dom "file://$work/seen.html${place-}" \
    >"$work/dom" 2>"$work/log"
}
wrong=0
# expect WHAT TEXT: what the script has put into the document.
said() { sed -n 's/.*<pre id="said">\(.*\)<\/pre>.*/\1/p' "$work/dom" | tail -n 1; }
expect() {
  [ "$2" = "$(said)" ] && return
  printf '%s\nexpected: %s\nfound:    %s\n' "$1" "$2" "$(said)"
  [ -n "$(said)" ] || tail -n 5 "$work/log"
  wrong=1
}

# What is seen after each key: the section, whether it asks, and the place.
keys() {
  cat <<'JS'
const seen = () => {
  const section = [...document.querySelectorAll('main > section')].filter((one) => !one.hidden);
  const answer = section[0].querySelector('.answer');
  return section.map((one) => one.id).join('+') + (answer && !answer.offsetHeight ? '?' : '');
};
const press = (key, more) => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...more}));
const said = [seen()];
for (const word of 'Right Right Right Left Left Left Left End Right Home'.split(' ')) {
  press(word.length > 4 || 'LR'.includes(word[0]) ? 'Arrow' + word : word);
  said.push(seen());
}
press(' '); said.push(seen());
press('ArrowRight', {ctrlKey: true}); said.push(seen());
const [back, all, next] = document.querySelectorAll('nav button');
next.click(); said.push(seen()); back.click(); said.push(seen());
all.click(); said.push(document.querySelectorAll('main > section:not([hidden])').length);
all.click(); said.push(seen());
document.body.insertAdjacentHTML('beforeend', `<pre id="said">${said.join(' ')}</pre>`);
JS
}
keys | in_browser 1280x900
expect 'Keys and buttons' 'step-1? step-1 step-2 step-3? step-2 step-1 step-1? step-1? end end step-1? step-1 step-1 step-2 step-1 10 step-1'

# Opened at the last section, it shows that from the top of the page on.
place='#end' in_browser 1280x400 <<'JS'
addEventListener('load', () => setTimeout(() => {
  const shown = document.querySelector('main > section:not([hidden])').id;
  const isLong = document.documentElement.scrollHeight > innerHeight + 100;
  document.body.insertAdjacentHTML('beforeend', `<pre id="said">${shown} ${scrollY} ${isLong}</pre>`);
}, 100));
JS
expect 'Opened at the end' 'end 0 true'

# How wide the page is in its window, and whether anything was fetched; all steps, with all that can be unfolded.
width() {
  cat <<'JS'
const view = document.querySelector('iframe')?.contentWindow ?? window;
const page = view.document;
page.querySelectorAll('nav button')[1].click();
page.querySelectorAll('details').forEach((one) => { one.open = true; });
const extent = page.documentElement.scrollWidth;
const wide = (what) => page.querySelector(what).getBoundingClientRect().width > 9;
const said = [view.innerWidth, extent > view.innerWidth ? `is too little for ${extent}` : 'fits',
  wide('figure svg') ? 'picture' : '', wide('figure .list') ? 'list' : '',
  view.performance.getEntriesByType('resource').length, 'fetched'];
document.body.insertAdjacentHTML('beforeend', `<pre id="said">${said.join(' ')}</pre>`);
JS
}
width | in_frame 390x844
expect 'On a phone' '390 fits  list 0 fetched'
width | in_browser 1280x720
expect 'On a projector' '1280 fits picture  0 fetched'

# The texts that are too faint on what is behind them, light and dark, as the browser computes their colours.
faint() {
  cat <<'JS'
document.querySelectorAll('nav button')[1].click();
const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const light = (colour) => { const [r, g, b] = colour.match(/[\d.]+/g).map(Number); return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b); };
const behind = (one) => {
  for (; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (!/, 0\)$/.test(colour)) return colour;
  }
};
let texts = 0;
const faint = new Set();
for (const one of document.querySelectorAll('header *, main *, nav *')) {
  if (one.closest('svg') || ![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
  ++texts;
  const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) faint.add(one.className || one.localName);
}
const dark = light(behind(document.body)) < 0.5;
document.body.insertAdjacentHTML('beforeend', `<pre id="said">${dark ? 'dark' : 'light'} ${texts > 50 ? 'many' : texts} texts, faint: ${[...faint].join(' ')}</pre>`);
JS
}
faint | in_browser 1280x720 --blink-settings=preferredColorScheme=1
expect 'Light' 'light many texts, faint: '
faint | in_browser 1280x720 --blink-settings=preferredColorScheme=0
expect 'Dark' 'dark many texts, faint: '
exit $wrong

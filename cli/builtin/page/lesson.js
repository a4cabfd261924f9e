'use strict';
// Shows the lesson step by step. Without this script the page is simply long.
(() => {
  const sections = [...document.querySelectorAll('main > section')];
  // Where one stops: at the question of a section, and at its answer.
  const stops = sections.flatMap((section, index) =>
    section.querySelector('.answer') ? [{index, asks: true}, {index, asks: false}] : [{index, asks: false}]);
  const nav = document.querySelector('nav');
  const [back, all, next] = nav.querySelectorAll('button');
  const place = nav.querySelector('.place');
  let at = 0;
  let steps = true;  // rather than all at once

  const show = () => {
    const stop = stops[at];
    document.documentElement.classList.toggle('stepping', steps);
    sections.forEach((section, index) => {
      section.hidden = steps && index !== stop.index;
      section.classList.toggle('asking', steps && index === stop.index && stop.asks);
    });
    place.textContent = steps ? `${stop.index + 1} of ${sections.length}` : '';
    back.disabled = !steps || at === 0;
    next.disabled = !steps || at === stops.length - 1;
    next.textContent = steps && stop.asks ? 'Answer' : 'Next';
    all.textContent = steps ? 'Show all' : 'Step by step';
  };

  const go = (to) => {
    if (!steps) return;
    const before = stops[at].index;
    at = Math.min(Math.max(to, 0), stops.length - 1);
    show();
    const section = sections[stops[at].index];
    history.replaceState(null, '', '#' + section.id);
    if (stops[at].index === before) {
      // Of an answer that is longer than the window, one sees the beginning, and the command.
      if (!stops[at].asks && section.getBoundingClientRect().bottom > innerHeight - nav.offsetHeight) {
        section.querySelector('.command').scrollIntoView();
      }
      return;
    }
    section.querySelector('h2').focus({preventScroll: true});
    scrollTo(0, 0);
  };

  const followAddress = () => {
    const index = sections.findIndex((section) => '#' + section.id === location.hash);
    if (index >= 0 && index !== stops[at].index) at = stops.findIndex((stop) => stop.index === index);
    show();
  };

  back.addEventListener('click', () => go(at - 1));
  next.addEventListener('click', () => go(at + 1));
  all.addEventListener('click', () => {
    steps = !steps;
    show();
    sections[stops[at].index].scrollIntoView();
  });
  addEventListener('hashchange', followAddress);
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !steps) return;
    // On a button or the like the space bar presses it.
    if (event.key === ' ' && event.target.closest('button, summary')) return;
    const below = document.documentElement.scrollHeight - innerHeight - scrollY;
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1}[event.key] ??
      (event.key !== ' ' ? undefined : event.shiftKey ? at - 1 : below > 4 ? undefined : at + 1);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
  nav.hidden = false;
  followAddress();
})();

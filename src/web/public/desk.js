/** What the desk can do better with JavaScript: components of govuk-frontend, and pages that keep themselves fresh. */
import { initAll } from './govuk.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

const { live, seen } = document.body.dataset;
if (live !== undefined) follow(live, seen);

/**
 * @param {string} what `queue`, or the id of the case that is shown
 * @param {string} seen the instant or version up to which the page knows
 */
function follow(what, seen) {
  const source = new EventSource(`/live?${new URLSearchParams({ page: what, seen })}`);
  let waiting = null;
  source.addEventListener('changed', (event) => {
    const ids = JSON.parse(event.data);
    if (what !== 'queue' && !ids.includes(what) && !ids.includes('*')) return;
    if (ids.length === 1 && ids[0] === '*') return; // only just connected
    clearTimeout(waiting);
    waiting = setTimeout(() => (what === 'queue' ? refreshQueue() : say('This case has changed since you opened it.')), 400);
  });
  source.addEventListener('ended', () => {
    source.close();
    say('You have been signed out.');
  });
  window.addEventListener('pagehide', () => source.close());
}

/** Puts the new list in place, unless somebody is just working in it: then only says that there is one. */
async function refreshQueue() {
  const region = document.querySelector('[data-live-region]');
  if (region === null) return;
  if (region.contains(document.activeElement) || getSelection()?.type === 'Range') {
    say('The queue has changed.');
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) {
    say('The queue has changed.');
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live-region]');
  if (fresh === null) return;
  for (const details of fresh.querySelectorAll('details')) details.open = region.querySelector('details')?.open ?? details.open;
  region.replaceWith(fresh);
}

function say(sentence) {
  const notice = document.querySelector('[data-live-notice]');
  if (notice === null || notice.dataset.says === sentence) return;
  notice.dataset.says = sentence;
  const link = document.createElement('a');
  link.href = location.href.split('#')[0];
  link.className = 'govuk-link';
  link.textContent = 'Show it as it is now';
  notice.replaceChildren(sentence, ' ', link);
}

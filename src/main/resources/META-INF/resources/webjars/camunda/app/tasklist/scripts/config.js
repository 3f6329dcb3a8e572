/* Takes the place of the web application's own configuration: adds our modules to Tasklist. */

/*
 * Tasklist shows keys such as SEARCH_PLACEHOLDER until its words have come, some of them for good. Here they come before
 * Tasklist begins, to where it looks for them first (its service localeLoader).
 */
async function fetchWords() {
  const root = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/locales/';
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  const key = root + '_locales_data_en_' + window.bust;
  if (!kept[key]) {
    const answer = await fetch(root + 'en.json?bust=' + window.bust);
    kept[key] = JSON.stringify(await answer.json());
    localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
}

try {
  await fetchWords();
} catch (notNow) {
  console.warn('The words of Tasklist come later', notNow);
}

export default {
  app: {
    name: 'Tasks',
    vendor: 'Sharing Journeys'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  requireJsConfig: {
    ngDeps: [
      'sharing.whatIsNext',
      'sharing.journeys', 'sharing.mostUrgentFirst', 'sharing.onlyWhatWorks', 'sharing.draftsOfOnePerson',
      'sharing.britishDays', 'sharing.plainWords',
      'sharing.waysBack', 'sharing.readableDescription',
      'sharing.signInAgain', 'sharing.namesAreText'
    ],
    deps: [
      'what-is-next',
      'sharing-journeys', 'most-urgent-first', 'only-what-works', 'drafts-of-one-person', 'british-days', 'plain-words',
      'ways-back', 'readable-description',
      'sign-in-again', 'names-are-text'
    ],
    paths: {
      'what-is-next': 'scripts/what-is-next',
      'sharing-journeys': 'scripts/sharing-journeys',
      'most-urgent-first': 'scripts/most-urgent-first',
      'only-what-works': 'scripts/only-what-works',
      'drafts-of-one-person': 'scripts/drafts-of-one-person',
      'british-days': 'scripts/british-days',
      'plain-words': 'scripts/plain-words',
      'readable-description': 'scripts/readable-description',
      'ways-back': 'scripts/ways-back',
      'sign-in-again': '../../lib/sign-in-again',
      'names-are-text': '../../lib/names-are-text'
    }
  }
};

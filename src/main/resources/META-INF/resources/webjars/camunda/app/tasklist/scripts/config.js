/* Takes the place of the web application's own configuration: adds our modules to Tasklist. */
export default {
  app: {
    name: 'Tasks',
    vendor: 'Sharing Journeys'
  },
  requireJsConfig: {
    ngDeps: [
      'sharing.journeys', 'sharing.mostUrgentFirst', 'sharing.onlyWhatWorks', 'sharing.draftsOfOnePerson',
      'sharing.britishDays', 'sharing.plainWords',
      'sharing.signInAgain', 'sharing.namesAreText'
    ],
    deps: [
      'sharing-journeys', 'most-urgent-first', 'only-what-works', 'drafts-of-one-person', 'british-days', 'plain-words',
      'sign-in-again', 'names-are-text'
    ],
    paths: {
      'sharing-journeys': 'scripts/sharing-journeys',
      'most-urgent-first': 'scripts/most-urgent-first',
      'only-what-works': 'scripts/only-what-works',
      'drafts-of-one-person': 'scripts/drafts-of-one-person',
      'british-days': 'scripts/british-days',
      'plain-words': 'scripts/plain-words',
      'sign-in-again': '../../lib/sign-in-again',
      'names-are-text': '../../lib/names-are-text'
    }
  }
};

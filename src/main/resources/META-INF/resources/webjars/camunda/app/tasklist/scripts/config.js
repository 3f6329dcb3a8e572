/* Takes the place of the web application's own configuration: adds our modules to Tasklist. */
export default {
  app: {
    name: 'Tasks',
    vendor: 'Sharing Journeys'
  },
  requireJsConfig: {
    ngDeps: ['sharing.journeys', 'sharing.mostUrgentFirst', 'sharing.onlyWhatWorks', 'sharing.signInAgain'],
    deps: ['sharing-journeys', 'most-urgent-first', 'only-what-works', 'sign-in-again'],
    paths: {
      'sharing-journeys': 'scripts/sharing-journeys',
      'most-urgent-first': 'scripts/most-urgent-first',
      'only-what-works': 'scripts/only-what-works',
      'sign-in-again': '../../lib/sign-in-again'
    }
  }
};

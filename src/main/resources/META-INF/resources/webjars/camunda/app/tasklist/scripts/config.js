/* Takes the place of the web application's own configuration: adds our module to Tasklist. */
export default {
  requireJsConfig: {
    ngDeps: ['sharing.journeys'],
    deps: ['sharing-journeys'],
    paths: {
      'sharing-journeys': 'scripts/sharing-journeys'
    }
  }
};

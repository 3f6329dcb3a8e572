/* Takes the place of the web application's own configuration: our name, our sign-in page. */
export default {
  app: {
    name: 'Administration',
    vendor: 'Sharing Journeys'
  },
  requireJsConfig: {
    ngDeps: ['sharing.signInAgain', 'sharing.namesAreText'],
    deps: ['sign-in-again', 'names-are-text'],
    paths: {
      'sign-in-again': '../../lib/sign-in-again',
      'names-are-text': '../../lib/names-are-text'
    }
  }
};

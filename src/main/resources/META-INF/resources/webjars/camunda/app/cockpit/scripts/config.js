/* Takes the place of the web application's own configuration: our name, our sign-in page. */
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Sharing Journeys'
  },
  requireJsConfig: {
    ngDeps: ['sharing.signInAgain'],
    deps: ['sign-in-again'],
    paths: {
      'sign-in-again': '../../lib/sign-in-again'
    }
  }
};

/* Takes the place of the web application's own configuration: our name, our sign-in page. */
export default {
  app: {
    name: 'Welcome',
    vendor: 'Sharing Journeys'
  },
  links: [
    { label: 'Projects', href: '/projects', description: 'Your projects and what they wait for' },
    { label: 'When you are away', href: '/absence', description: 'Name a deputy for your tasks' }
  ],
  requireJsConfig: {
    ngDeps: ['sharing.signInAgain', 'sharing.namesAreText'],
    deps: ['sign-in-again', 'names-are-text'],
    paths: {
      'sign-in-again': '../../lib/sign-in-again',
      'names-are-text': '../../lib/names-are-text'
    }
  }
};

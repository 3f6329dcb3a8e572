'use strict';

/*
 * People sign in on our own page. When nobody is signed in any more, the web application would show a form of its own that
 * leads nowhere; loading its page again leads to ours and afterwards back here. Whoever did not sign out themself is told that
 * what was sent last is not saved.
 */
define(['angular'], function(angular) {

  var UNAUTHORIZED = 401;

  function isSignedOut() {
    return fetch(location.pathname, { headers: { Accept: 'application/json' } }).then(function(answer) {
      return answer.status === UNAUTHORIZED;
    });
  }

  angular.module('sharing.signInAgain', []).run(['$rootScope', '$location', function($rootScope, $location) {
    var left = false;
    $rootScope.$on('authentication.logout.success', function() {
      left = true;
    });
    $rootScope.$on('$locationChangeSuccess', function() {
      if ($location.path() === '/login') {
        isSignedOut().then(function(signedOut) {
          signedOut && location.replace(location.pathname + (left ? '' : '?ended'));
        });
      }
    });
  }]);
});

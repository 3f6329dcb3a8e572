'use strict';

/*
 * Tasklist keeps what was typed into a form in the browser, on “Save”, when the form is left and when the session has ended. Signing out
 * clears it; whoever signs in after somebody whose session ended by itself must not find it either.
 */
define(['angular'], function(angular) {

  var PERSON = 'sharing-journeys-person';
  var DRAFT = /^(camunda-form|camForm):/;

  function clearDrafts() {
    Object.keys(localStorage).forEach(function(key) {
      DRAFT.test(key) && localStorage.removeItem(key);
    });
  }

  angular.module('sharing.draftsOfOnePerson', []).run(['$rootScope', function($rootScope) {
    $rootScope.$watch('authentication.name', function(person) {
      if (person && person !== localStorage.getItem(PERSON)) {
        clearDrafts();
        localStorage.setItem(PERSON, person);
      }
    });
    // An open form keeps a draft once more when its session has gone, after the browser was told to clear everything.
    $rootScope.$on('authentication.logout.success', function() {
      clearDrafts();
      addEventListener('pagehide', clearDrafts);
    });
  }]);
});

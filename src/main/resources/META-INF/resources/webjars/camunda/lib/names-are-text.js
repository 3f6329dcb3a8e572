'use strict';

/*
 * Shows names as they are. Cockpit asks for the translation of names, too; of what it does not find the translator makes a
 * template, and AngularJS evaluates it. No key of a translation has braces.
 */
define(['angular'], function(angular) {

  function isTemplate(key) {
    return typeof key === 'string' && key.indexOf('{{') >= 0;
  }

  angular.module('sharing.namesAreText', []).config(['$provide', function($provide) {
    $provide.decorator('$translate', ['$delegate', function(translate) {
      var instant = translate.instant;
      translate.instant = function(key) {
        return isTemplate(key) ? key : instant.apply(translate, arguments);
      };
      return translate;
    }]);
  }]);
});

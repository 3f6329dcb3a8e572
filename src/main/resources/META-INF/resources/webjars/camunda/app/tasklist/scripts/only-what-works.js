'use strict';

/* Shows no control that the engine refuses to everybody: comments and the engine's own history of a task, which it keeps from people. */
define(['angular'], function(angular) {

  var REFUSED = ['task-action-comment', 'task-detail-history'];

  angular.module('sharing.onlyWhatWorks', []).config(['$provide', function($provide) {
    $provide.decorator('Views', ['$delegate', function(views) {
      var providers = views.getProviders;
      views.getProviders = function() {
        return providers.apply(views, arguments).filter(function(provider) {
          return REFUSED.indexOf(provider.id) < 0;
        });
      };
      return views;
    }]);
  }]);
});

'use strict';

/* Leads back to the pages of this application: from the header to what waits for the person, from an open task to its page. */
define(['angular'], function(angular) {

  function address(path) {
    var camunda = document.querySelector('base').getAttribute('app-root');
    return camunda.replace(/\/camunda$/, '') + path;
  }

  angular.module('sharing.waysBack', []).config(['ViewsProvider', function(views) {
    views.registerDefaultView('tasklist.navbar.action', {
      id: 'your-work',
      template: '<a ng-href="{{ yourWork }}"><span class="glyphicon glyphicon-home"></span> Your work</a>',
      controller: ['$scope', function(scope) {
        scope.yourWork = address('/work');
      }],
      priority: 1000
    });
    views.registerDefaultView('tasklist.task.action', {
      id: 'task-page',
      template: '<a class="btn btn-link" ng-href="{{ pageOf(task.id) }}"><span class="glyphicon glyphicon-list-alt"></span>'
        + ' Open this task on a page of its own</a>',
      controller: ['$scope', function(scope) {
        scope.pageOf = function(task) {
          return task && address('/tasks/' + encodeURIComponent(task));
        };
      }],
      priority: 1000
    });
  }]);
});

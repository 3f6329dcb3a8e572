'use strict';

/* Lists tasks by priority and due date until somebody chooses another order; Tasklist itself begins with the newest. */
define(['angular'], function(angular) {

  var MOST_URGENT_FIRST = JSON.stringify([
    { sortBy: 'priority', sortOrder: 'desc' },
    { sortBy: 'dueDate', sortOrder: 'asc' }
  ]);

  angular.module('sharing.mostUrgentFirst', []).run(['$location', function($location) {
    if (!$location.search().sorting) {
      $location.search('sorting', MOST_URGENT_FIRST).replace();
    }
  }]);
});

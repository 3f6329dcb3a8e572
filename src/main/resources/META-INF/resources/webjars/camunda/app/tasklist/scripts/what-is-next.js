'use strict';

/*
 * Says after a task was completed that it was, and what its project waits for now. What follows may take a moment, so the
 * server is asked again while nothing has come yet.
 */
define(['angular'], function(angular) {

  var A_MOMENT = 1000; // milliseconds
  var TIMES = 3;
  var SHOWN = 20000; // milliseconds

  function address(task) {
    var camunda = document.querySelector('base').getAttribute('app-root');
    return camunda.replace(/\/camunda$/, '') + '/tasks/' + encodeURIComponent(task) + '/next';
  }

  angular.module('sharing.whatIsNext', []).factory('whatIsNext', ['$http', '$timeout', 'Notifications',
    function($http, $timeout, notifications) {

      function say(next) {
        notifications.addMessage({ type: 'success', status: ('Done. ' + next).trim(), exclusive: ['type'], duration: SHOWN });
      }

      function ask(task, times) {
        $timeout(function() {
          $http.get(address(task)).then(function(answer) {
            if (answer.data.waits || times === 1) {
              say(answer.data.next);
            } else {
              ask(task, times - 1);
            }
          }, function() {
            say('');
          });
        }, A_MOMENT);
      }

      return function(task) {
        task && ask(task, TIMES);
      };
    }]);
});

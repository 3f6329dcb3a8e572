'use strict';

/*
 * Shows no control that the engine refuses to everybody: comments and the engine's own history of a task, which it keeps from
 * people. Says why the form of a task that nobody has is grey. Dates, candidates and the person of a task come from the model and from passing it on: they are shown, not changed.
 */
define(['angular'], function(angular) {

  var REFUSED = ['task-action-comment', 'task-detail-history'];

  var CONTROLS = '.reset-due-date, .due-date > a, .unclaim, .reset-assignee, .groups a[translate]';

  /* By mouse and by keyboard. */
  var ACTS = ['cam-widget-inline-field', 'tabindex', 'ng-keydown', 'ng-paste', 'ng-click', 'change', 'validate'];

  function onlyShown(details) {
    details.querySelector('.followup-date').closest('li').remove();
    details.querySelectorAll(CONTROLS).forEach(function(control) {
      control.remove();
    });
    details.querySelectorAll('.due-date, .groups > span, .assignee > .set-value').forEach(function(shown) {
      ACTS.forEach(function(name) {
        shown.removeAttribute(name);
      });
    });
    var why = document.createElement('span');
    why.textContent = ' to fill in the form. Until then it is grey.';
    details.querySelector('button.claim').after(why);
    details.querySelectorAll('.groups a').forEach(function(link) {
      var names = document.createElement('span');
      names.setAttribute('ng-if', link.getAttribute('ng-if'));
      names.textContent = link.textContent;
      link.replaceWith(names);
    });
  }

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
    $provide.decorator('camTasklistTaskMetaDirective', ['$delegate', function(directives) {
      var template = document.createElement('div');
      template.innerHTML = directives[0].template;
      onlyShown(template);
      directives[0].template = template.innerHTML;
      return directives;
    }]);
  }]);
});

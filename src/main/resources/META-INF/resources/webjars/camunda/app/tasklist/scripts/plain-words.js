'use strict';

/* Says what is wrong in words that name the field, as the server does, and never blames the system for an answer that is missing. */
define(['angular'], function(angular) {

  var PROBLEM = 'There is a problem';
  var WORDS = {
    ASSIGN_NOTE_PROCESS: 'Yours in this project now',
    ASSIGNED_ERROR: PROBLEM,
    CLAIM_ERROR: PROBLEM,
    COMPLETE_ERROR: PROBLEM,
    PROCESS_START_ERROR: PROBLEM,
    TASK_UPDATE_ERROR: PROBLEM
  };

  /* What form-js says, and what follows the name of the field instead. */
  var RULES = [
    [/^Field is required\.$/, function() {
      return 'must be filled in';
    }],
    [/^Field must have maximum length of (\d+)\.$/, function(found, length) {
      return 'is too long: ' + length.toLocaleString('en-GB') + ' characters, at most '
        + Number(found[1]).toLocaleString('en-GB') + ' are possible';
    }],
    [/^Field must have minimum length of (\d+)\.$/, function(found) {
      return 'is too short: at least ' + found[1] + ' characters';
    }],
    [/^Field must have minimum value of (.+)\.$/, function(found) {
      return 'must be at least ' + found[1];
    }],
    [/^Field must have maximum value of (.+)\.$/, function(found) {
      return 'must be at most ' + found[1];
    }],
    [/^Field must be a valid email\.$/, function() {
      return 'must be an email address, such as name@example.org';
    }],
    [/^Field must match pattern .+\.$/, function() {
      return 'is not written as described';
    }]
  ];

  function label(field) {
    var found = field.querySelector('.fjs-form-field-label');
    return found ? found.textContent.replace(/\s*\*\s*$/, '').trim() : '';
  }

  function length(field) {
    var input = field.querySelector('input, textarea');
    return input ? input.value.length : 0;
  }

  function reword(text, field) {
    RULES.forEach(function(rule) {
      var found = rule[0].exec(text.data.trim());
      if (found) {
        text.data = (label(field) || 'This answer') + ' ' + rule[1](found, length(field));
      }
    });
  }

  function rewordAll(form) {
    form.querySelectorAll('.fjs-form-field-error').forEach(function(error) {
      var texts = document.createTreeWalker(error, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        reword(texts.currentNode, error.closest('.fjs-form-field'));
      }
    });
  }

  angular.module('sharing.plainWords', []).config(['$provide', function($provide) {
    $provide.decorator('localeLoader', ['$delegate', function(load) {
      return function(options) {
        return load(options).then(function(labels) {
          return angular.extend({}, labels, WORDS);
        });
      };
    }]);
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', function(directives) {
      var compile = directives[0].compile;
      directives[0].compile = function() {
        var link = compile.apply(this, arguments);
        return function(scope, element) {
          var observer = new MutationObserver(function() {
            rewordAll(element[0]);
          });
          observer.observe(element[0], { childList: true, characterData: true, subtree: true });
          scope.$on('$destroy', function() {
            observer.disconnect();
          });
          (link.post || link).apply(this, arguments);
        };
      };
      return directives;
    }]);
  }]);
});

'use strict';

/*
 * Mends Camunda Forms in Tasklist 7.24.
 *
 * form-js keeps an entry for every field of a row that was ever checked, also when it found nothing wrong. Tasklist takes
 * each entry for an error and leaves "Complete" disabled after the first edit in a row. Here the button stays enabled;
 * pressing it makes the form check itself and, if something is wrong, shows what and where. It waits for a moment first,
 * because form-js takes what was typed only 300 milliseconds later.
 */
define(['angular'], function(angular) {

  var RENDERED = 100; // milliseconds until the form has marked its fields
  var TAKEN = 350; // milliseconds until the form has taken what was typed last

  function faulty(element) {
    return Array.prototype.slice.call(element.querySelectorAll('.fjs-form-field.fjs-has-errors'));
  }

  function label(field) {
    var found = field.querySelector('.fjs-form-field-label');
    return found ? found.textContent.replace(/\s*\*\s*$/, '').trim() : '';
  }

  function explained(fields) {
    var labels = fields.map(label).filter(function(text, index, all) {
      return text && all.indexOf(text) === index;
    });
    return 'Some answers are missing or need to be corrected; they are marked in red: ' + labels.join(', ') + '.';
  }

  /* What the server says to people follows what it says to programs. */
  function forPeople(error) {
    error.message = error.message.replace(/^Cannot (submit task form|instantiate process definition) \S+: /, '');
    return error;
  }

  /* Errors of the form itself have no message of their own; those of the server have. */
  function completion(handler, element) {
    return function(done) {
      setTimeout(function() {
        handler(function(error, result) {
          if (!error) {
            return done(error, result);
          }
          if (error.message) {
            return done(forPeople(error), result);
          }
          setTimeout(function() {
            var fields = faulty(element);
            if (fields.length) {
              fields[0].scrollIntoView({ block: 'center' });
              var input = fields[0].querySelector('input, textarea');
              input && input.focus({ preventScroll: true });
            }
            done({ message: explained(fields) });
          }, RENDERED);
        });
      }, TAKEN);
    };
  }

  /* A task that somebody else completed stays open to a try: the answer says who completed it and when. */
  function staysOpenToATry(scope) {
    for (var holder = scope; holder; holder = holder.$parent) {
      if (holder.taskRemoved) {
        holder.taskRemoved = false;
      }
    }
  }

  /* Whoever reads a document on the way keeps what was typed. */
  function opensBeside(event) {
    var link = event.target.closest('.fjs-form a[href]');
    if (link) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  }

  function mended($delegate) {
    var directive = $delegate[0];
    var link = directive.link;

    directive.compile = function() {
      return function(scope, element, attributes, form) {
        var notifyFormValidated = form.notifyFormValidated;
        var registerCompletionHandler = form.registerCompletionHandler;

        form.notifyFormValidated = function() {
          notifyFormValidated(false);
        };
        form.registerCompletionHandler = function(handler) {
          registerCompletionHandler(completion(handler, element[0]));
        };
        scope.$on('taskremoved', function() {
          setTimeout(function() {
            scope.$apply(function() {
              staysOpenToATry(scope);
            });
          });
        });
        scope.$on('$destroy', function() {
          form.notifyFormValidated = notifyFormValidated;
          form.registerCompletionHandler = registerCompletionHandler;
        });
        element[0].addEventListener('click', opensBeside, true);
        link.apply(this, arguments);
      };
    };
    return $delegate;
  }

  angular.module('sharing.journeys', []).config(['$provide', function($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', mended]);
  }]);
});

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

  var WRONG_DAY = '.fjs-datetime-subsection > .problem:not([hidden])'; // see british-days.js

  function all(selector, element) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  function faulty(element) {
    return all('.fjs-form-field', element).filter(function(field) {
      return field.classList.contains('fjs-has-errors')
        || (field.classList.contains('fjs-form-field-datetime') && field.querySelector(WRONG_DAY));
    });
  }

  /* Whoever presses a key to complete has not left the field yet. */
  function takeDays(element) {
    all('.flatpickr-input', element).forEach(function(input) {
      if (input === document.activeElement && input._flatpickr) {
        input._flatpickr.setDate(input.value, true);
      }
    });
  }

  /* A wrong day is no day to form-js: where one has to be given it refuses the form itself, with all else that is wrong. */
  function refusedHereOnly(element) {
    var wrong = all(WRONG_DAY, element);
    return wrong.length > 0 && !wrong.some(function(problem) {
      return problem.dataset.none === 'true' && problem.parentNode.querySelector('.fjs-asterix');
    });
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
  function completion(handler, element, taken) {
    return function(done) {
      setTimeout(function() {
        takeDays(element);
        if (refusedHereOnly(element)) {
          return refuse(element, done);
        }
        handler(function(error, result) {
          if (!error) {
            taken();
            return done(error, result);
          }
          if (error.message) {
            return done(forPeople(error), result);
          }
          setTimeout(function() {
            refuse(element, done);
          }, RENDERED);
        });
      }, TAKEN);
    };
  }

  function refuse(element, done) {
    var fields = faulty(element);
    if (fields.length) {
      fields[0].scrollIntoView({ block: 'center' });
      var input = fields[0].querySelector('input, textarea');
      input && input.focus({ preventScroll: true });
    }
    done({ message: explained(fields) });
  }

  /* What was wrong with a form is no news once it changed, is sent again, was taken or is left; what has nothing to do with it stays. */
  function forget(notifications) {
    notifications.notifications
      .filter(function(notification) {
        return notification.type === 'danger' && !notification.http;
      })
      .forEach(function(notification) {
        notifications.notifications.splice(notifications.notifications.indexOf(notification), 1);
        notifications.consumers.forEach(function(consumer) {
          consumer.remove(notification);
        });
      });
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

  /*
   * What somebody typed and did not send is kept as “Save” keeps it when they go to another task, go back or load the page
   * again. What the form itself changes, such as a day that it writes out, keeps nothing.
   */
  function typedWords(scope, element, root) {
    var save = null;
    var touched = false;
    var unsent = false;

    function touch(event) {
      touched = touched || event.isTrusted;
    }
    function keep() {
      if (unsent && save) {
        unsent = false;
        save();
      }
    }
    function drop() {
      unsent = false;
    }

    ['pointerdown', 'keydown', 'paste', 'input'].forEach(function(kind) {
      element.addEventListener(kind, touch, true);
    });
    addEventListener('pagehide', keep);
    var stopListening = root.$on('authentication.logout.success', drop);
    scope.$on('$destroy', function() {
      keep();
      stopListening();
      removeEventListener('pagehide', keep);
    });
    return {
      keptBy: function(handler) {
        save = handler;
      },
      changed: function(dirty) {
        unsent = dirty && touched;
      },
      sent: drop
    };
  }

  function mended($delegate, notifications, root, whatIsNext) {
    var directive = $delegate[0];
    var link = directive.link;

    directive.compile = function() {
      return function(scope, element, attributes, form) {
        var notifyFormValidated = form.notifyFormValidated;
        var registerCompletionHandler = form.registerCompletionHandler;
        var notifyFormDirty = form.notifyFormDirty;
        var registerSaveHandler = form.registerSaveHandler;
        var typed = typedWords(scope, element[0], root);

        form.notifyFormValidated = function() {
          notifyFormValidated(false);
        };
        form.registerCompletionHandler = function(handler) {
          var complete = completion(handler, element[0], function() {
            whatIsNext(form.getParams().taskId);
          });
          registerCompletionHandler(function(done) {
            forget(notifications);
            complete(function(error, result) {
              error || typed.sent();
              done(error, result);
            });
          });
        };
        form.registerSaveHandler = function(handler) {
          typed.keptBy(handler);
          registerSaveHandler.call(form, handler);
        };
        form.notifyFormDirty = function(dirty) {
          if (dirty) {
            forget(notifications);
          }
          typed.changed(dirty);
          notifyFormDirty.call(form, dirty);
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
          form.notifyFormDirty = notifyFormDirty;
          form.registerSaveHandler = registerSaveHandler;
          forget(notifications);
        });
        element[0].addEventListener('click', opensBeside, true);
        element[0].addEventListener('input', function() {
          scope.$evalAsync(function() {
            forget(notifications);
          });
        }, true);
        link.apply(this, arguments);
      };
    };
    return $delegate;
  }

  angular.module('sharing.journeys', []).config(['$provide', function($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', 'Notifications', '$rootScope', 'whatIsNext', mended]);
  }]);
});

'use strict';

/*
 * A typed day is the day that was meant, in the British order, or an error next to its field.
 *
 * form-js 1.8 takes days with flatpickr, in the order of the browser's language, and turns what is no day into another one;
 * west of London a day that was filled in before loses a day each time it is shown. Here flatpickr is given a plugin that
 * reads days itself, whatever the browser's language and time zone, and repeats them in words. What cannot be read stays in the field.
 */
define(['angular'], function(angular) {

  var MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  var WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

  var IN_FIGURES = /^(\d{1,2})\s*[\/.\s-]\s*(\d{1,2})\s*[\/.\s-]\s*(\d{4})$/;
  var IN_WORDS = /^(?:([a-z]+),?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]+),?[\s-]+(\d{4})$/;
  var ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

  /*
   * form-js says again what it was told, after it has drawn the field, and of two days that were chosen one right after the
   * other it may keep the first. So it is told the last one again, after so many milliseconds and whenever it says another,
   * but not for ever.
   */
  var AGAIN = 250;
  var TIMES = 20;

  /* As the server's TypedDay. */
  var EARLIEST_YEAR = 2000;
  var YEARS_AHEAD = 50;

  function day(year, month, date) {
    var found = new Date(year, month - 1, date);
    return found.getMonth() === month - 1 && found.getDate() === Number(date) ? found : null;
  }

  function short(name) {
    return name.slice(0, 3).toLowerCase();
  }

  /* "jan" and "january", not "janitor". */
  function indexOf(word, names) {
    return names.findIndex(function(name) {
      return word === name.toLowerCase() || word === short(name) || (word === 'sept' && name === 'September');
    });
  }

  function read(typed) {
    var text = typed.trim().toLowerCase();
    var parts = IN_FIGURES.exec(text);
    if (parts) {
      return day(parts[3], parts[2], parts[1]);
    }
    parts = ISO.exec(text);
    if (parts) {
      return day(parts[1], parts[2], parts[3]);
    }
    parts = IN_WORDS.exec(text);
    var found = parts && day(parts[4], indexOf(parts[3], MONTHS) + 1, parts[2]);
    return found && (!parts[1] || indexOf(parts[1], WEEKDAYS) === found.getDay()) ? found : null;
  }

  /* Today in England, wherever the browser is. */
  function today() {
    var parts = {};
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: 'numeric', day: 'numeric' })
      .formatToParts(new Date())
      .forEach(function(part) {
        parts[part.type] = Number(part.value);
      });
    return new Date(parts.year, parts.month - 1, parts.day);
  }

  function inRange(found) {
    var last = today();
    last.setFullYear(last.getFullYear() + YEARS_AHEAD);
    return found.getFullYear() >= EARLIEST_YEAR && found <= last;
  }

  function inWords(found) {
    return WEEKDAYS[found.getDay()] + ' ' + found.getDate() + ' ' + MONTHS[found.getMonth()] + ' ' + found.getFullYear();
  }

  function note(section, name) {
    var element = document.createElement('div');
    element.className = name;
    element.id = 'sharing-day-' + name + '-' + Math.random().toString(36).slice(2);
    element.hidden = true;
    section.appendChild(element);
    return element;
  }

  function label(section) {
    var found = section.querySelector('.fjs-form-field-label');
    return found ? found.textContent.replace(/\s*\*\s*$/, '').trim() : 'The date';
  }

  function british(picker) {
    var set = picker.setDate;
    var input = picker.element;
    var notYetPassed = Boolean(picker.config.minDate) && picker.config.minDate >= new Date().setHours(0, 0, 0, 0);
    var unread = null; // what was typed and is no day
    var chosen = null; // the day that the person chose last, typed or in the calendar, and what stood in the field then
    var again; // when form-js is told it again
    var telling = false; // while form-js or this plugin sets a day, and not the person
    var words, problem;

    function complaint() {
      var name = label(problem.parentNode);
      if (unread !== null) {
        var meant = read(unread);
        return meant
          ? name + ' must be from ' + EARLIEST_YEAR + ' to ' + (today().getFullYear() + YEARS_AHEAD)
          : name + ' must be a real date, such as 27/3/2027';
      }
      return notYetPassed && picker.selectedDates[0] < today() ? name + ' must be today or later' : '';
    }

    function describe() {
      var others = (input.getAttribute('aria-describedby') || '').split(' ').filter(function(id) {
        return id && id !== words.id && id !== problem.id;
      });
      input.setAttribute('aria-describedby', others.concat(words.id, problem.id).join(' '));
      input.setAttribute('aria-invalid', String(!problem.hidden));
    }

    function show() {
      if (!problem) {
        return;
      }
      var said = picker.selectedDates.length || unread !== null ? complaint() : '';
      problem.textContent = said;
      problem.hidden = !said;
      problem.dataset.none = String(!picker.selectedDates.length);
      words.textContent = !said && picker.selectedDates.length ? inWords(picker.selectedDates[0]) : '';
      words.hidden = !words.textContent;
      describe();
    }

    function nameOf(date) {
      return date ? date.toDateString() : '';
    }

    function tell(date, andFormJs) {
      telling = true;
      set(date || [], andFormJs);
      telling = false;
      if (unread !== null) {
        input.value = unread;
      }
      show();
    }

    function choose(date) {
      chosen = { date: date, text: input.value, times: 0 };
      tellAgain();
    }

    /* To set the value would move the cursor, and take back what is selected to be typed over. */
    function isEdited() {
      return document.activeElement === input;
    }

    function tellAgain() {
      clearTimeout(again);
      again = setTimeout(function() {
        if (isEdited()) {
          tellAgain();
        } else if (input.value === chosen.text) {
          tell(chosen.date, true);
        }
      }, AGAIN);
    }

    /* A button may take a row out, and this field show the one that came next. */
    function clicked(event) {
      if (event.target.closest('button, a')) {
        chosen = null;
        clearTimeout(again);
      }
    }

    function take(typed) {
      var found = read(typed);
      unread = typed.trim() && !(found && inRange(found)) ? typed : null;
      tell(unread === null ? found : null, true);
      choose(unread === null ? found : null);
    }

    /* While somebody types, words tell which day it is; nothing is wrong before they leave the field. */
    function typing() {
      var found = read(input.value);
      problem.hidden = true;
      words.textContent = found && inRange(found) ? inWords(found) : '';
      words.hidden = !words.textContent;
    }

    picker.config.dateFormat = 'd/m/Y';
    picker.config.ariaDateFormat = 'j F Y';
    picker.config.minDate = undefined; // a day that was kept and has passed since is shown, with what is wrong with it

    picker.setDate = function(date, andFormJs) {
      if (typeof date === 'string') {
        take(date);
        return;
      }
      var said = date instanceof Date && !isNaN(date) ? date : null;
      if (chosen && nameOf(said) !== nameOf(chosen.date) && chosen.times < TIMES) {
        chosen.times++;
        tellAgain();
        return;
      }
      if (isEdited() && nameOf(said) === nameOf(picker.selectedDates[0])) {
        return;
      }
      if (said) {
        unread = null;
      }
      if (unread === null) {
        tell(said, andFormJs);
      }
    };

    return {
      locale: { firstDayOfWeek: 1 },
      onReady: function() {
        var section = input.closest('.fjs-datetime-subsection');
        words = note(section, 'words');
        words.setAttribute('aria-live', 'polite');
        problem = note(section, 'problem');
        problem.setAttribute('role', 'alert');
        input.placeholder = 'dd/mm/yyyy';
        input.addEventListener('input', typing);
        document.addEventListener('click', clicked, true);
        show();
      },
      onValueUpdate: function(dates) {
        if (dates.length) {
          unread = null;
        }
        if (!telling) {
          choose(dates[0]);
        }
        show();
      },
      onDestroy: function() {
        clearTimeout(again);
        document.removeEventListener('click', clicked, true);
      }
    };
  }

  /*
   * form-js reads a stored day with Date.parse as midnight in UTC, which is the day before in the west, and writes that back.
   * A day without a time is meant where the person is.
   */
  function localDays() {
    var parse = Date.parse;
    Date.parse = function(text) {
      var parts = ISO.exec(text);
      var found = parts && day(parts[1], parts[2], parts[3]);
      return found ? found.getTime() : parse(text);
    };
  }

  angular.module('sharing.britishDays', []).run(function() {
    localDays();
    window.flatpickr.setDefaults({ plugins: [british] });
  });
});

'use strict';

/*
 * Tasklist shows the documentation of a task as one line of text. Here an empty line begins a paragraph, and [name](address) is a
 * link. All else stays text.
 */
define(['angular'], function(angular) {

  var LINK = /\[([^\]\n]+)\]\((https:\/\/[^\s()]+)\)/g;

  function link(name, address) {
    var made = document.createElement('a');
    made.href = address;
    made.target = '_blank';
    made.rel = 'noopener';
    made.textContent = name;
    return made;
  }

  function paragraph(text) {
    var made = document.createElement('p');
    var from = 0;
    text.replace(LINK, function(whole, name, address, at) {
      made.append(text.slice(from, at), link(name, address));
      from = at + whole.length;
    });
    made.append(text.slice(from));
    return made;
  }

  function show(text, place) {
    place.replaceChildren.apply(place, (text || '').split(/\n\s*\n/).map(paragraph));
  }

  angular.module('sharing.readableDescription', []).directive('descriptionPane', function() {
    return {
      restrict: 'C',
      link: function(scope, element) {
        /* What Tasklist fills in itself stays in its place, hidden, so that it does not write into ours. */
        var place = document.createElement('div');
        place.className = 'sharing-description';
        element.append(place);
        scope.$watch('task.description', function(text) {
          show(text, place);
          element.children('[ng-show="task.description"]').attr('hidden', '').css('display', 'none');
        });
      }
    };
  });
});

/*
 * Shows Safar's messages in a shop's page:
 *
 *   <script src="https://…/inapp/safar-inapp.js" data-token="…" async></script>
 *
 * Messages go into the first element with the attribute data-safar-inapp, or into a corner of the page; pop-ups over it.
 * What they say is shown as text, never as markup.
 */
(function () {
  'use strict';

  var script = document.currentScript;
  var token = script && script.getAttribute('data-token');
  if (!token || typeof EventSource === 'undefined') {
    return;
  }
  var root = script.src.replace(/\/[^/]*$/, '');
  var KNOWN = 'safar-inapp';
  var MOST_KNOWN = 100;
  var received = {};
  var popups = [];
  var popupOpen = false;

  /** The messages that this browser has shown: another page of the shop may get one of them again. */
  function known() {
    try {
      return JSON.parse(localStorage.getItem(KNOWN)) || [];
    } catch (e) {
      return [];
    }
  }

  function remember(id) {
    try {
      localStorage.setItem(KNOWN, JSON.stringify(known().concat(id).slice(-MOST_KNOWN)));
    } catch (e) {
      // without storage it is known as long as the page is open
    }
  }

  function report(kind, message) {
    return fetch(root + '/report/' + kind, { method: 'POST', body: message.report, keepalive: true }).catch(function () {
      // an unreported delivery comes again; an unreported look is lost
    });
  }

  function style(element, values) {
    Object.keys(values).forEach(function (name) {
      element.style[name] = values[name];
    });
    return element;
  }

  function element(name, part, text) {
    var made = document.createElement(name);
    made.className = 'safar-inapp-' + part;
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  /** Only addresses of pages; anything else would be a program. */
  function address(link) {
    try {
      var url = new URL(link, location.href);
      return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
    } catch (e) {
      return null;
    }
  }

  function box(message, close) {
    var made = element('div', message.display);
    made.setAttribute('dir', message.dir);
    if (message.lang) {
      made.setAttribute('lang', message.lang);
    }
    style(made, {
      position: 'relative', boxSizing: 'border-box', maxWidth: '28rem', padding: '1rem', margin: '0.5rem 0',
      background: '#fff', color: '#1a1a1a', border: '1px solid #d0d0d0', borderRadius: '8px', textAlign: 'start'
    });
    made.appendChild(content(message));
    made.appendChild(closeButton(close));
    return made;
  }

  function content(message) {
    var href = message.link && address(message.link);
    var made = style(element(href ? 'a' : 'div', 'content'),
      { display: 'block', color: 'inherit', textDecoration: 'none', paddingInlineEnd: '1.5rem' });
    if (message.title) {
      made.appendChild(style(element('p', 'title', message.title), { margin: '0 0 0.5rem', fontWeight: 'bold' }));
    }
    made.appendChild(style(element('p', 'text', message.text), { margin: '0', whiteSpace: 'pre-line' }));
    if (href) {
      made.href = href;
      made.addEventListener('click', function () {
        report('clicked', message);
      });
    }
    return made;
  }

  function closeButton(close) {
    var button = element('button', 'close', '\u00d7');
    button.type = 'button';
    button.setAttribute('aria-label', 'close');
    style(button, {
      position: 'absolute', insetBlockStart: '0.4rem', insetInlineEnd: '0.4rem', border: '0', background: 'none',
      font: 'inherit', fontSize: '1.2rem', lineHeight: '1', cursor: 'pointer', color: 'inherit'
    });
    button.addEventListener('click', function (event) {
      event.stopPropagation();
      close();
    });
    return button;
  }

  function corner() {
    var made = document.querySelector('.safar-inapp-corner');
    if (!made) {
      made = style(element('div', 'corner'),
        { position: 'fixed', bottom: '1rem', insetInlineEnd: '1rem', zIndex: '2147483000', maxWidth: 'calc(100vw - 2rem)' });
      document.body.appendChild(made);
    }
    return made;
  }

  function showInline(message) {
    var made = box(message, function () {
      made.remove();
    });
    made.setAttribute('role', 'status');
    (document.querySelector('[data-safar-inapp]') || corner()).appendChild(made);
    seen(message);
  }

  function showPopup(message) {
    var veil = style(element('div', 'veil'), {
      position: 'fixed', inset: '0', zIndex: '2147483001', background: 'rgba(0,0,0,0.4)', display: 'flex',
      alignItems: 'center', justifyContent: 'center', padding: '1rem'
    });
    function close() {
      document.removeEventListener('keydown', onKey);
      veil.remove();
      popupOpen = false;
      nextPopup();
    }
    function onKey(event) {
      if (event.key === 'Escape') {
        close();
      }
    }
    veil.addEventListener('click', function (event) {
      if (event.target === veil) {
        close();
      }
    });
    document.addEventListener('keydown', onKey);
    var made = box(message, close);
    made.setAttribute('role', 'dialog');
    made.setAttribute('aria-modal', 'true');
    if (message.title) {
      made.setAttribute('aria-label', message.title);
    }
    veil.appendChild(made);
    document.body.appendChild(veil);
    made.querySelector('button').focus();
    seen(message);
  }

  function seen(message) {
    remember(message.id);
    message.delivered.then(function () {
      report('opened', message);
    });
  }

  function nextPopup() {
    if (!popupOpen && popups.length > 0) {
      popupOpen = true;
      showPopup(popups.shift());
    }
  }

  /** A page in the background shows nothing yet. */
  function whenVisible(act) {
    if (document.visibilityState === 'visible' && document.body) {
      act();
      return;
    }
    var event = document.body ? 'visibilitychange' : 'DOMContentLoaded';
    document.addEventListener(event, function () {
      whenVisible(act);
    }, { once: true });
  }

  function receive(message) {
    message.delivered = report('delivered', message);
    if (received[message.id] || known().indexOf(message.id) >= 0) {
      return;
    }
    received[message.id] = true;
    whenVisible(function () {
      if (message.display === 'popup') {
        popups.push(message);
        nextPopup();
      } else {
        showInline(message);
      }
    });
  }

  var source = new EventSource(root + '/stream?token=' + encodeURIComponent(token));
  source.onmessage = function (event) {
    receive(JSON.parse(event.data));
  };
})();

// In a page of neighbours.rs: a service worker stands between it and the network.
navigator.serviceWorker.register('/worker.js');
navigator.serviceWorker.ready.then(() => { window.served = true; });

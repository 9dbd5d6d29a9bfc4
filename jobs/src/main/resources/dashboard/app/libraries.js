/** Charts and map are drawn by libraries that are fetched when first needed; an exported file has them within. */

const loading = new Map();

function load(source) {
  if (!loading.has(source)) {
    loading.set(source, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = source;
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        loading.delete(source);
        reject(new Error(source));
      });
      document.head.append(script);
    }));
  }
  return loading.get(source);
}

export async function charts() {
  if (!window.echarts) await load('lib/echarts.min.js');
  return window.echarts;
}

export async function maps() {
  if (!window.L) await load('lib/leaflet.js');
  return window.L;
}

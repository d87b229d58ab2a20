// The findings of axe-core on the current page, once it is loaded.
async function findings() {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => {
    const places = nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`);
    return `${id}: ${places.join(' | ')}`;
  });
}

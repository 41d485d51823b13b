/** Nobody serves pictures to these tests: that one does not come is not told, and its place is looked at. Answers the end of it. */
export function quietPictures(): () => void {
  const quiet = (event: Event) => {
    if (event.target instanceof HTMLImageElement) event.stopImmediatePropagation();
  };
  addEventListener('error', quiet, true);
  return () => {
    removeEventListener('error', quiet, true);
  };
}

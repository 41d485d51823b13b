/** What a drag has with it for whoever is dropped on, as `type:words`. */
export async function dataDroppedBy(drag: () => Promise<void>): Promise<readonly string[]> {
  let dropped: readonly string[] = [];
  const listen = ({ dataTransfer: data }: DragEvent) => {
    dropped = [...(data?.types ?? [])].map((type) => `${type}:${data?.getData(type) ?? ''}`);
  };
  document.addEventListener('drop', listen, true);
  await drag();
  document.removeEventListener('drop', listen, true);
  return dropped;
}

/** Nothing that another program could read, or put into a text. */
export const NOTHING_BUT_THAT_IT_IS_OURS = ['application/x-kuferak:'];

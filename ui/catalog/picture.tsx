import { IconPhoto } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import styles from './catalog.module.css';

/**
 * The picture of a product. Pictures that lie on another server are not loaded: no request of the interface leaves its
 * own, so that no other server learns who looks at what.
 */
export function Picture(props: { readonly image: string | undefined; readonly size: number }): ReactNode {
  const { image, size } = props;
  const [isBroken, setBroken] = useState(false);
  if (image === undefined || isBroken || !/^(?:data:image\/|\/(?!\/))/.test(image))
    return (
      <span className={styles.picture} style={{ width: size, height: size, padding: size / 4 }} aria-hidden>
        <IconPhoto size={size / 2} stroke={1.2} />
      </span>
    );
  return (
    <img
      className={styles.picture}
      src={image}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      onError={() => setBroken(true)}
    />
  );
}

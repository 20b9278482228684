import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ProblemNotice } from '../components/feedback/problem-notice.tsx';

type BoundaryProps = { readonly place: string; readonly children: ReactNode };
type BoundaryState = { readonly error: unknown; readonly place: string };

/** React has no hook for this. A page that breaks leaves header and way out standing; going elsewhere heals it. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.place === state.place ? null : { error: undefined, place: props.place };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return (
      <div className="page page-reading">
        <ProblemNotice error={this.state.error} onRetry={() => location.reload()} />
      </div>
    );
  }
}

export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const [place] = useLocation();
  return <Boundary place={place}>{children}</Boundary>;
}

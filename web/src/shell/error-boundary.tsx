import { Component, type ReactNode } from "react";
import { Button } from "@/components/button.tsx";
import { Notice } from "@/components/notice.tsx";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { queryClient } from "@/lib/query-client.ts";

/** The page fails in its own place; navigation keeps working. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  retry = () => {
    // A new version of the app replaces the lazily loaded files; only a reload finds the new ones.
    if (!(this.state.error instanceof ApiError)) location.reload();
    void queryClient.invalidateQueries();
    this.setState({ error: null });
  };

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <div className="p-5">
        <Notice
          tone="danger"
          title="This page could not be shown"
          action={
            <Button small onClick={this.retry}>
              Try again
            </Button>
          }
        >
          {messageOf(this.state.error)}
        </Notice>
      </div>
    );
  }
}

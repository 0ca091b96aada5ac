package org.ringfence.cli.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HtmlWriterTest {
  @Test
  void markupInText_staysText() {
    assertThat(new HtmlWriter().element("p", "</p><script>alert('1')</script>&amp;"))
        .hasToString("<p>&lt;/p&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>");
  }

  @Test
  void quoteInAttribute_cannotEndIt() {
    assertThat(new HtmlWriter().empty("span", "title", "\" onload=\"x\r\ny"))
        .hasToString("<span title=\"&quot; onload=&quot;x y\"></span>");
  }

  @Test
  void nulAndControls_areNamedInText() {
    assertThat(new HtmlWriter().element("p", "a\u0000b\u202Ec\r\nd"))
        .hasToString("<p>a⟨U+0000⟩b⟨U+202E⟩c\nd</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "iframe", "img", "style", "a b", "", "p>"})
  void elementThatRunsOrFetches_isRefused(String element) {
    assertThatIllegalArgumentException().isThrownBy(() -> new HtmlWriter().open(element));
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "ONLOAD", "style", "src", "action", "x y", "a=b"})
  void attributeThatRunsOrFetches_isRefused(String attribute) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HtmlWriter().open("p", attribute, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "https://a.example", "//a.example", "tel:+1", ""})
  void linkOutOfThePage_isRefused(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HtmlWriter().open("a", "href", target));
  }

  @Test
  void openElement_isNotForgotten() {
    assertThatIllegalStateException().isThrownBy(() -> new HtmlWriter().open("p").toString());
    assertThatIllegalStateException().isThrownBy(() -> new HtmlWriter().close());
  }

  @Test
  void page_allowsNothingButItsOwnStyles() {
    String page =
        new Page("A <title>", Stylesheet.shipped()).write(html -> html.element("p", "text"));
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .contains("<title>A &lt;title&gt;</title>")
        .contains("telephone=no")
        .doesNotContain("<script", "http://", "https://", "url(", "@import");
  }
}

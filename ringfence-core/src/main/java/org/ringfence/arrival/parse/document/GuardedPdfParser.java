package org.ringfence.arrival.parse.document;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser, without streams that are compressed twice.
 *
 * <p>One compression grows a block of input a thousandfold at most, and PDFBox asks for the next
 * block in between, where {@link PdfBudget} stops it. A second one turns the same block into
 * gigabytes without asking. No writer of honest documents compresses twice.
 */
final class GuardedPdfParser extends PDFParser {
  private static final Set<String> COMPRESSIONS =
      Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");

  private final PdfBudget budget;

  GuardedPdfParser(PdfSource source, PdfBudget budget) throws IOException {
    super(source, "", null, null, IOUtils.createMemoryOnlyStreamCache());
    this.budget = budget;
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    if (compressions(dictionary.getDictionaryObject(COSName.FILTER, COSName.F)) > 1) {
      throw budget.exceeded("A stream of the document is compressed twice.");
    }
    return super.parseCOSStream(dictionary);
  }

  /**
   * PDFBox gives up all objects of an object stream for one that is broken; viewers do not, and
   * lures carry a document information dictionary full of random words that breaks it.
   */
  @Override
  protected @Nullable COSBase parseObjectStreamObject(long streamNumber, COSObjectKey key)
      throws IOException {
    COSBase object = super.parseObjectStreamObject(streamNumber, key);
    COSBase stream = document.getObjectFromPool(new COSObjectKey(streamNumber, 0)).getObject();
    if (object != null || !(stream instanceof COSStream objects)) {
      return object;
    }
    return new PDFObjectStreamParser(objects, document).parseObject(key.getNumber());
  }

  private static int compressions(@Nullable COSBase filter) {
    int count = 0;
    if (filter instanceof COSArray filters) {
      for (int i = 0; i < filters.size(); i++) {
        count += compressions(filters.getObject(i));
      }
    }
    return filter instanceof COSName name && COMPRESSIONS.contains(name.getName()) ? 1 : count;
  }
}

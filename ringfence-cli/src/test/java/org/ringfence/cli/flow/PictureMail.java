package org.ringfence.cli.flow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A mail whose only words stand in a picture. */
final class PictureMail {
  private PictureMail() {}

  /** Writes it into {@code folder}. */
  static Path in(Path folder) throws IOException {
    BufferedImage image = new BufferedImage(800, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 800, 300);
    pen.setColor(Color.BLACK);
    pen.setFont(pen.getFont().deriveFont(28f));
    pen.drawString("The choir meets on Thursday at eight", 40, 150);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    String mail =
        """
        From: choir@club.example
        To: ines@contoso.example
        Subject: A picture
        Date: Mon, 2 Mar 2026 10:00:00 +0000
        Message-ID: <picture@club.example>
        MIME-Version: 1.0
        Content-Type: image/png; name=choir.png
        Content-Transfer-Encoding: base64

        """
            + Base64.getMimeEncoder().encodeToString(png.toByteArray())
            + "\n";
    return Files.writeString(folder.resolve("picture.eml"), mail);
  }
}

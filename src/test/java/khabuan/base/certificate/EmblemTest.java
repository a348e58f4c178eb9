package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@World
@DisplayName("The emblem at the head of letters")
class EmblemTest extends LetterHouse {

    @Autowired
    Emblems emblems;

    @AfterEach
    void own() {
        emblems.drop(people.administrator());
    }

    private static byte[] blue(int side, String format) throws IOException {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private MockHttpServletResponse choose(byte[] file) throws Exception {
        return mvc.perform(multipart("/certificates/emblem").file(new MockMultipartFile("file", "ตรา.png", "image/png", file)).with(SignIn.as(people.administrator())).with(csrf())).andReturn().getResponse();
    }

    /** Whether the middle of the emblem on the paper is blue. */
    private boolean isBlue(Letter.Copy copy) throws Exception {
        try (var pdf = Loader.loadPDF(bytes(copy))) {
            var colour = new Color(new PDFRenderer(pdf).renderImageWithDPI(0, 72).getRGB(297, 65));
            return colour.getBlue() > 200 && colour.getRed() < 60;
        }
    }

    @Test
    @DisplayName("is the one that an administrator chose, on every letter numbered from then on; an earlier letter is printed again with its own")
    void chosen() throws Exception {
        var ids = organisations(2, "กลุ่มเลี้ยงไก่");
        var before = printed(ids.getFirst());
        assertThat(choose(blue(1200, "jpeg")).getRedirectedUrl()).isEqualTo("/certificates#emblem");
        var after = printed(ids.getLast());
        assertThat(isBlue(after.lastCopy())).isTrue();
        printing.again(officer, letters.find(before.id()).orElseThrow(), "ฉบับเดิมหาย");
        assertThat(isBlue(letters.find(before.id()).orElseThrow().lastCopy())).isFalse();
        var shown = mvc.perform(get("/certificates/emblem").with(SignIn.as(people.administrator()))).andReturn().getResponse();
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(shown.getContentAsByteArray())).getWidth()).isEqualTo(480);
        mvc.perform(post("/certificates/emblem/removal").with(SignIn.as(people.administrator())).with(csrf()));
        assertThat(emblems.chosen()).isEmpty();
        printing.again(officer, letters.find(after.id()).orElseThrow(), "ฉบับเดิมเปื้อน");
        assertThat(isBlue(letters.find(after.id()).orElseThrow().lastCopy())).isTrue();
    }

    @Test
    @DisplayName("is refused when it is missing, no picture, or a picture too large, with what to do; and chosen by administrators alone")
    void refused() throws Exception {
        assertThat(choose(new byte[0]).getContentAsString()).contains("เลือกไฟล์ตราที่เป็น PNG หรือ JPEG");
        for (var file : new byte[][] {Paper.pdf("ตรา"), "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), blue(4001, "png"), blue(20, "gif")}) {
            var answer = choose(file);
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString()).contains("เปิดไฟล์ตรานี้ไม่ได้", "id=\"file-error\"");
        }
        assertThat(emblems.chosen()).isEmpty();
        assertThat(mvc.perform(multipart("/certificates/emblem").file(new MockMultipartFile("file", blue(100, "png"))).with(SignIn.as(Cast.centre())).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(403);
    }
}
